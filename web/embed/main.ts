import "./embed.css";
import { waitForHost } from "./host.js";
import { applyStyle } from "./host-style.js";
import { EmbeddedPlanner } from "./embedded-planner.js";
import { configurationIn, readConfiguration } from "./read-configuration.js";
import type { Configuration, FrameMessage } from "../widget/messages.js";

const planner = new EmbeddedPlanner();
document.body.append(planner);

let send: ((message: FrameMessage) => void) | undefined;
planner.tell = (message) => send?.(message);

function configure({ strategy, theme, locale, style }: Configuration): void {
  applyStyle(document.documentElement, theme, style);
  void planner.show(strategy, locale);
}

/** Not before there is something to see: a page that collapses and grows again jumps under its reader's eyes. */
function reportHeight(): void {
  const { height } = document.body.getBoundingClientRect();
  if (planner.settled && height > 0) send?.({ kind: "height", height: Math.ceil(height) });
}

const given = configurationIn(location.hash);
if (given !== null) {
  configure(given);
} else {
  waitForHost((port) => {
    send = (message) => port.postMessage(message);
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const read = readConfiguration(data);
      if (read !== null) configure(read);
    };
    // Observed for what changes by itself; measured after each drawing too, for a frame out of sight is not observed.
    planner.drawn = reportHeight;
    new ResizeObserver(reportHeight).observe(document.body);
  });
}

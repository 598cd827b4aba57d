import "./styles/tokens.css";
import { createEngine } from "../shared/engine/client.js";
import { spawnWorker } from "../shared/engine/spawn-worker.js";
import { holdPageLock } from "../shared/offline/page-lock.js";
import { registerOffline } from "../shared/offline/register.js";
import { openPortfolioStorage } from "../shared/storage/portfolio-storage.js";
import { SayEvent } from "./parts/events.js";
import { BallastApp } from "./shell/ballast-app.js";
import { applyTheme, readTheme } from "./shell/theme.js";
import { Session } from "./state/session.js";
import { takeLaunches } from "./shell/launch.js";
import { updateWhenSaved } from "./state/update-when-saved.js";

const DRAW_AFTER_MS = 1500;

applyTheme(readTheme());

holdPageLock(import.meta.url);

const engine = createEngine({ spawn: spawnWorker });
const session = new Session(engine, openPortfolioStorage());

const app = new BallastApp();
app.session = session;
app.engine = engine;

// A page that is hidden may never be seen again: phones end it without asking.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") void session.leave();
});
window.addEventListener("pagehide", () => void session.leave());
window.addEventListener("beforeunload", (event) => {
  const { kind } = session.state.saving;
  if (kind === "failed" || kind === "conflict") event.preventDefault();
  void session.leave();
});

// What is stored is there within moments; drawing only then spares the eye a page that jumps. A database that hangs
// must not leave it blank, though.
const started = session.start();
await Promise.race([started, new Promise((resolve) => setTimeout(resolve, DRAW_AFTER_MS))]);
document.body.append(app);
await started;

registerOffline({
  onUpdateReady: (applyUpdate) => {
    app.applyUpdate = () =>
      void updateWhenSaved(session, applyUpdate, (words) => app.dispatchEvent(new SayEvent(words)));
  },
});
takeLaunches(app);

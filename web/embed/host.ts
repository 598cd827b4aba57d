import { HELLO, isGreeting, PORT } from "../widget/messages.js";

/** Tells the parent that the frame is there, and takes one port from it; from then on nothing else is listened to. */
export function waitForHost(connected: (port: MessagePort) => void): void {
  // Shown by nobody: there is nothing to wait for.
  if (window.parent === window) return;
  const listen = ({ source, data, ports }: MessageEvent<unknown>): void => {
    const [port] = ports;
    if (source !== window.parent || !isGreeting(data, PORT) || port === undefined || ports.length !== 1) return;
    window.removeEventListener("message", listen);
    connected(port);
  };
  window.addEventListener("message", listen);
  // The page may be of any origin; the greeting says no more than that the frame has loaded.
  window.parent.postMessage(HELLO, "*");
}

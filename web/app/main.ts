import "./styles/tokens.css";
import { createEngine } from "../shared/engine/client.js";
import { registerOffline } from "../shared/offline/register.js";
import { openPortfolioStorage } from "../shared/storage/portfolio-storage.js";
import { BallastApp } from "./shell/ballast-app.js";
import { applyTheme, readTheme } from "./shell/theme.js";
import { Session } from "./state/session.js";

applyTheme(readTheme());

const engine = createEngine();
const session = new Session(engine, openPortfolioStorage());

const app = new BallastApp();
app.session = session;
app.engine = engine;
document.body.append(app);

// A page that is hidden may never be seen again: phones end it without asking.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") void session.flush();
});
window.addEventListener("pagehide", () => void session.flush());
window.addEventListener("beforeunload", (event) => {
  const { kind } = session.state.saving;
  if (kind === "failed" || kind === "conflict") event.preventDefault();
  void session.flush();
});

await session.start();

registerOffline({
  onUpdateReady: (applyUpdate) => {
    app.applyUpdate = () => void session.flush().then(applyUpdate);
  },
});

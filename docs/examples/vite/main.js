// The planner in a worker: the page goes on while it calculates.
import { createEngine } from "ballast/worker";
import strategy from "ballast/strategies/capped-top-10.json";

const outcome = document.querySelector("#outcome");
const engine = createEngine();

const reply = await engine.describe();
outcome.textContent = reply.ok
  ? `${strategy.name}: Ballast ${reply.value.version} is ready`
  : reply.errors.map(({ message }) => message).join(" ");

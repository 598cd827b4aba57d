/** WebKitGTK's own small browser under a screen that nobody sees, driven by WebKitWebDriver. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";

import { Builder, Capabilities, type WebDriver } from "selenium-webdriver";

export interface WebKit {
  driver: WebDriver;
  version: string;
  close: () => Promise<void>;
}

const DRIVER = "/usr/bin/WebKitWebDriver";

export async function startWebKit(): Promise<WebKit> {
  const started: ChildProcess[] = [];
  const stop = (): void => started.reverse().forEach((process) => void process.kill());
  try {
    const display = await startScreen(started);
    const address = await startDriver(started, display);
    const driver = await new Builder().usingServer(address).withCapabilities(capabilities()).build();
    return {
      driver,
      version: (await driver.getCapabilities()).getBrowserVersion() ?? "",
      close: async () => {
        await driver.quit();
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

function capabilities(): Capabilities {
  const binary = readdirSync("/usr/lib")
    .map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`)
    .find((path) => existsSync(path));
  if (binary === undefined || !existsSync(DRIVER)) {
    throw new Error("WebKitGTK is not installed (Debian's packages webkit2gtk-driver and xvfb)");
  }
  return new Capabilities({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary, args: ["--automation"] },
  });
}

/** The screen says its own number once it is there. */
async function startScreen(started: ChildProcess[]): Promise<string> {
  const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  started.push(screen);
  const said = screen.stdio[3];
  if (said == null) throw new Error("the screen has no way to say its number");
  const [number] = (await Promise.race([once(said, "data"), failure(screen)])) as [Buffer];
  return `:${number.toString().trim()}`;
}

async function startDriver(started: ChildProcess[], display: string): Promise<string> {
  const port = await freePort();
  // The page in English, whatever the machine speaks.
  const env = { ...process.env, DISPLAY: display, LC_ALL: "C.UTF-8", LANGUAGE: "en" };
  const driver = spawn(DRIVER, [`--port=${String(port)}`], { stdio: "ignore", env });
  started.push(driver);
  const address = `http://127.0.0.1:${String(port)}`;
  await Promise.race([untilItAnswers(address), failure(driver)]);
  return address;
}

async function failure(process: ChildProcess): Promise<never> {
  const [reason] = (await once(process, "exit").catch((error: unknown) => [error])) as [unknown];
  throw new Error(`${process.spawnfile} ended: ${String(reason)}`);
}

async function untilItAnswers(address: string): Promise<void> {
  for (;;) {
    const answered = await fetch(`${address}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) return;
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

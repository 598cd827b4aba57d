/** Gives the one-file page its engine: the worker's script with the core inside, as text. */
import { build, type Plugin } from "vite";

import { bareGluePlugin } from "./bare-glue-plugin.ts";

const ID = "ballast:engine-script";

export function engineScriptPlugin(worker: string): Plugin {
  return {
    name: "ballast:engine-script",
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    async load(id) {
      return id === `\0${ID}` ? `export default ${JSON.stringify(await bundleWorker(worker))}` : undefined;
    },
  };
}

async function bundleWorker(worker: string): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    plugins: [bareGluePlugin()],
    // A classic script; only modules know their address in this way.
    define: { "import.meta.url": "self.location.href" },
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      rolldownOptions: { input: worker, output: { format: "iife", codeSplitting: false } },
    },
  });
  const [output] = [built].flat();
  const files = output !== undefined && "output" in output ? output.output : [];
  const [file, ...more] = files;
  if (file?.type !== "chunk" || more.length > 0) {
    throw new Error(`the engine's worker is not one script: ${files.map(({ fileName }) => fileName).join(", ")}`);
  }
  return file.code;
}

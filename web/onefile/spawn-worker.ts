/**
 * Stands in for web/shared/engine/spawn-worker.ts in the one-file edition: the engine's script is a text in the page, and
 * the policy lets nothing else become a worker.
 */
import engineScript from "ballast:engine-script";

const POLICY_NAME = "ballast-worker-url";

interface TrustedTypesHost {
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL(url: string): string },
    ): { createScriptURL(url: string): unknown };
  };
}

let address: string | undefined;

/** Every attempt gets the same: a text in the page cannot arrive damaged. */
export function spawnWorker(): Worker {
  address ??= trusted(URL.createObjectURL(new Blob([engineScript], { type: "text/javascript" })));
  // No module: from a page that was opened as a file, Chromium starts only classic scripts.
  return new Worker(address, { name: "ballast-engine" });
}

function trusted(own: string): string {
  const createScriptURL = (url: string): string => {
    if (url !== own) throw new TypeError("This is not the page's own worker.");
    return url;
  };
  const policy = (globalThis as TrustedTypesHost).trustedTypes?.createPolicy(POLICY_NAME, { createScriptURL });
  return policy === undefined ? own : (policy.createScriptURL(own) as string);
}

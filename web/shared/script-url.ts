/**
 * The page's one Trusted Types policy. It knows the two scripts this site starts as workers and lets nothing else
 * through, so that no injected text can ever become a script's address.
 */
import engineUrl from "../engine/worker.ts?worker&url";

export const POLICY_NAME = "ballast-worker-url";

const SCRIPTS = {
  engine: () => new URL(engineUrl, location.href).href,
  offline: () => new URL("sw.js", new URL(import.meta.env.BASE_URL, location.href)).href,
};

interface ScriptUrlPolicy {
  createScriptURL(url: string): unknown;
}

interface TrustedTypesHost {
  trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
  };
}

let policy: ScriptUrlPolicy | undefined;

/**
 * The address as `new Worker` and `serviceWorker.register` want it: a TrustedScriptURL where the browser has them.
 * `attempt` above 0 asks past the HTTP cache, where a bad answer to a name that "never changes" would stay for a year.
 */
export function scriptUrl(script: keyof typeof SCRIPTS, attempt = 0): string {
  const allowed = Object.values(SCRIPTS).map((address) => address());
  const createScriptURL = (url: string): string => {
    if (!allowed.includes(url.replace(/\?again=\d+$/, ""))) {
      throw new TypeError("This is not one of the site's own workers.");
    }
    return url;
  };
  policy ??= (globalThis as TrustedTypesHost).trustedTypes?.createPolicy(POLICY_NAME, { createScriptURL }) ?? {
    createScriptURL,
  };
  const url = SCRIPTS[script]() + (attempt > 0 ? `?again=${String(attempt)}` : "");
  return policy.createScriptURL(url) as string;
}

/** Writes the policy into the page itself too, for hosts that send no headers. Where both are there, both hold. */
import type { Plugin } from "vite";

export function policyMetaPlugin(policy: string): Plugin {
  return {
    name: "ballast:policy-meta",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: policy },
        injectTo: "head-prepend",
      },
    ],
  };
}

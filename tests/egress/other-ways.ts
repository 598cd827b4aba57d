/** From the page to the site's own host, from the two workers, and how code of another's could come to run. */
import type { Way } from "./way.js";

/** Whoever runs the host, and whoever reads its log, would have it. */
export const SITE_WAYS: Way[] = [
  { name: "`fetch`", attempt: ({ own }) => fetch(own) },
  { name: "beacon", attempt: ({ own }) => navigator.sendBeacon(own, "holdings") },
  {
    name: "`<iframe>`",
    attempt: ({ own }) => {
      const frame = document.createElement("iframe");
      frame.src = own;
      document.body.append(frame);
    },
  },
  {
    name: "form",
    attempt: ({ own }) => {
      const form = document.createElement("form");
      form.action = own;
      form.method = "post";
      document.body.append(form);
      form.submit();
    },
    alone: true,
  },
  {
    name: "image",
    attempt: ({ own }) => {
      new Image().src = own;
    },
  },
  {
    name: "style sheet",
    attempt: ({ own }) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = own;
      document.head.append(link);
    },
  },
  { name: "font", attempt: ({ own }) => new FontFace("x", `url(${own})`).load() },
  { name: "dynamic `import()`", attempt: "({ own }) => import(own)" },
  { name: "worker", attempt: ({ own }) => new Worker(own) },
  {
    name: "going there: `location`",
    attempt: ({ own }) => {
      location.href = own;
    },
    alone: true,
  },
];

export const ENGINE_WAYS: Way[] = [
  { name: "`fetch`", attempt: ({ url }) => fetch(url, { mode: "no-cors" }) },
  {
    name: "`XMLHttpRequest`",
    attempt: ({ url }) => {
      const request = new XMLHttpRequest();
      request.open("GET", url);
      request.send();
    },
  },
  { name: "WebSocket", attempt: ({ url }) => new WebSocket(url.replace("http", "ws")) },
  { name: "EventSource", attempt: ({ url }) => new EventSource(url) },
  {
    name: "WebTransport (QUIC)",
    attempt: ({ url }) =>
      new (globalThis as unknown as { WebTransport: new (url: string) => unknown }).WebTransport(
        url.replace("http:", "https:"),
      ),
  },
  { name: "dynamic `import()`", attempt: "({ url }) => import(url)" },
  { name: "another worker", attempt: ({ url }) => new Worker(url) },
  {
    name: "another worker from a `blob:`, which fetches",
    attempt: ({ url }) => {
      const code = `fetch(${JSON.stringify(url)}, { mode: "no-cors" })`;
      return new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
    },
  },
  {
    name: "font",
    attempt: ({ url }) => new FontFace("x", `url(${url})`).load(),
  },
  { name: "`Cache.add`", attempt: async ({ url, slug }) => (await caches.open(slug)).add(url) },
  { name: "`fetch` from the site's own host", attempt: ({ own }) => fetch(own) },
];

export const OFFLINE_WAYS: Way[] = [
  { name: "`fetch`", attempt: ({ url }) => fetch(url, { mode: "no-cors" }) },
  { name: "WebSocket", attempt: ({ url }) => new WebSocket(url.replace("http", "ws")) },
  { name: "EventSource", attempt: ({ url }) => new EventSource(url) },
  {
    name: "WebTransport (QUIC)",
    attempt: ({ url }) =>
      new (globalThis as unknown as { WebTransport: new (url: string) => unknown }).WebTransport(
        url.replace("http:", "https:"),
      ),
  },
  {
    name: "`importScripts`",
    attempt: ({ url }) => (globalThis as unknown as { importScripts: (url: string) => void }).importScripts(url),
  },
  { name: "`Cache.add`", attempt: async ({ url, slug }) => (await caches.open(slug)).add(url) },
  { name: "`fetch` from the site's own host", attempt: ({ own }) => fetch(own) },
];

/** These send nothing; where one works it leaves a mark at the page. */
export const CODE_WAYS: Way[] = [
  {
    name: "text of a script",
    attempt: ({ slug }) => {
      const script = document.createElement("script");
      script.textContent = `document.documentElement.setAttribute("data-ran-${slug}", "")`;
      document.body.append(script);
    },
  },
  {
    name: "`eval`",
    attempt: ({ slug }) => void (0, eval)(`document.documentElement.setAttribute("data-ran-${slug}", "")`),
  },
  {
    name: "`new Function`",
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- this is what must not work
    attempt: ({ slug }) => void new Function(`document.documentElement.setAttribute("data-ran-${slug}", "")`)(),
  },
  {
    name: "`setTimeout` with text",
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- this is what must not work
    attempt: ({ slug }) => setTimeout(`document.documentElement.setAttribute("data-ran-${slug}", "")`),
  },
  {
    name: "`innerHTML` with a handler in it",
    attempt: ({ slug }) => {
      const place = document.createElement("div");
      document.body.append(place);
      place.innerHTML = `<img src="data:," onerror="document.documentElement.setAttribute('data-ran-${slug}', '')">`;
    },
  },
  {
    name: "`javascript:` address",
    attempt: ({ slug }) => {
      const link = document.createElement("a");
      link.href = `javascript:void document.documentElement.setAttribute("data-ran-${slug}", "")`;
      document.body.append(link);
      link.click();
    },
  },
  {
    name: "a Trusted Types policy of one's own",
    attempt: ({ slug }) => {
      const host = globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } };
      host.trustedTypes.createPolicy("mine", {});
      document.documentElement.setAttribute(`data-ran-${slug}`, "");
    },
  },
  {
    name: "WebAssembly in the page",
    attempt: ({ slug }) => {
      void new WebAssembly.Module(Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0]));
      document.documentElement.setAttribute(`data-ran-${slug}`, "");
    },
  },
  {
    name: "worker of an address that is not the engine's",
    attempt: ({ slug }) => {
      void new Worker("sw.js");
      document.documentElement.setAttribute(`data-ran-${slug}`, "");
    },
  },
  {
    name: "`data:` image",
    attempt: ({ slug }) => {
      const image = new Image();
      image.onload = () => document.documentElement.setAttribute(`data-ran-${slug}`, "");
      image.src = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=";
    },
  },
  {
    name: "`<base>`, so that the page's own addresses lead elsewhere",
    attempt: ({ slug, url }) => {
      const base = document.createElement("base");
      base.href = url;
      document.head.append(base);
      if (document.baseURI === base.href) document.documentElement.setAttribute(`data-ran-${slug}`, "");
    },
    alone: true,
  },
];

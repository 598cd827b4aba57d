/** A way out of the page, as code that got into it would try it. */

/** What code in the page is told of the stranger. All of it goes with the code as JSON. */
export interface Target {
  /** The way's own name in addresses. */
  slug: string;
  /** The stranger's address; what is behind "?" is what is to get out. */
  url: string;
  host: string;
  port: number;
  /** This machine, for WebRTC, which does not ask the loopback interface. */
  machine: string;
  /** The site's own address, with the same behind "?". */
  own: string;
}

export interface Way {
  /** As the table says it. */
  name: string;
  /** Runs in the page or worker: it may use nothing but its parameter. As text where the tests' own tools would rewrite it. */
  attempt: ((target: Target) => unknown) | string;
  /** In a tab of its own, because it takes the page away or changes it. */
  alone?: true;
  /** Waits for a click on the element with this id, which a person would have to be brought to. */
  click?: true;
  /** The stranger's page that is opened instead of Ballast, and shows it. */
  through?: "/frames" | "/opens";
  /** What the stranger must hear, where a mere connection is nothing yet. */
  hears?: "a message" | "where from";
}

/** Where code can be: each place is held by a policy of its own. */
export type Place = "page" | "site" | "frame" | "code" | "engine" | "offline";

/** From the planner in its frame, which has a policy of its own: the ways of the page, but of those that take it away only one of a kind. */
import { PAGE_WAYS } from "./page-ways.js";
import type { Way } from "./way.js";

const ONE_OF_A_KIND = ["form", "new window (`window.open`), after a click", "going there: `location`"];

export const FRAME_WAYS: Way[] = [
  ...PAGE_WAYS.filter(
    ({ name, alone, click, through }) =>
      ONE_OF_A_KIND.includes(name) || (alone === undefined && click === undefined && through === undefined),
  ),
  { name: "`fetch` from the site's own host", attempt: ({ own }) => fetch(own, { mode: "no-cors" }) },
];

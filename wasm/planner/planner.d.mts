/** The types stand in planner.d.ts; this is the name under which an import of planner.mjs looks for them. */
export * from "./planner.js";

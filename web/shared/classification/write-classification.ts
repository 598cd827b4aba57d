/** Both ways to write a classification into a file; loaded only when somebody downloads one. */
export { writeBallast } from "./ballast-format.js";
export { writePortfolioPerformance } from "./portfolio-performance.js";

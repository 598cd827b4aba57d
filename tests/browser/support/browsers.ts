/** How many test files run at a time, each in a browser of its own: a machine of two cores has room for two. */
export const BROWSERS = 2;

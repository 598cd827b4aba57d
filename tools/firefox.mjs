// How Firefox is started for tests: the one of the machine, spoken to over WebDriver BiDi. It asks nothing of the network by itself.
export const FIREFOX = {
  channel: "moz-firefox",
  executablePath: process.env["FIREFOX"] ?? "/usr/bin/firefox-esr",
  headless: true,
  firefoxUserPrefs: {
    // What Chromium is told for each visit; Firefox of this age can be told only when it starts.
    "ui.prefersReducedMotion": 1,
    "ui.systemUsesDarkTheme": 0,
  },
};

import allThreeTogether from "../../../public/strategies/all-three-together.json";
import capTiers from "../../../public/strategies/cap-tiers-60-30-10.json";
import cappedTop10 from "../../../public/strategies/capped-top-10.json";
import cappedTop20 from "../../../public/strategies/capped-top-20.json";
import coreSatellite from "../../../public/strategies/core-satellite.json";
import equalWeight from "../../../public/strategies/equal-weight.json";
import jurisdictionTilted from "../../../public/strategies/jurisdiction-tilted.json";
import sixtyForty from "../../../public/strategies/sixty-forty.json";
import typeMix from "../../../public/strategies/type-mix.json";
import type { Strategy } from "./strategy.js";

/**
 * The strategies that come with the page, in the order in which they are offered. The files are what anybody can
 * download and change; here they are part of the program, for the page fetches nothing. Imported when somebody asks.
 */
export const library: readonly Strategy[] = [
  capTiers,
  typeMix,
  jurisdictionTilted,
  allThreeTogether,
  equalWeight,
  cappedTop10,
  cappedTop20,
  coreSatellite,
  sixtyForty,
] as readonly unknown[] as readonly Strategy[];

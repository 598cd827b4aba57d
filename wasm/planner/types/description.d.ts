/** What the module says of itself, and of a document that is valid. */
import type { ProfileConstants } from "./profile.js";
import type { Reason } from "./reply.js";

export interface Description {
  name: "ballast";
  version: string;
  document_version: 1;
  currencies: { code: string; minor_unit_digits: number }[];
  limits: {
    document_bytes: number;
    request_bytes: number;
    nesting: number;
    /** JSON values in one text */
    values: number;
    assets: number;
    accounts: number;
    holdings: number;
    /** assets times accounts */
    pairs: number;
    /** of one holding */
    locks: number;
    /** of one account */
    fee_tiers: number;
    /** of accounts */
    groups: number;
    /** beside the base currency */
    currencies: number;
    /** in all accounts together */
    lots: number;
    tax_rules: number;
    /** of one set of rules */
    tax_periods: number;
    classifications: number;
    /** in one classification */
    classes: number;
    /** in all classifications together */
    members: number;
    rules: number;
    text_characters: number;
    /** in one analysis */
    cross_tables: number;
    /** of all cross tables of an analysis together */
    cells: number;
    /** of all classifications whose parts an analysis names together */
    parts: number;
  };
  questionnaire: {
    id: string;
    part: "tolerance" | "capacity" | "goal";
    question: string;
    /** From the most careful to the most daring. */
    answers: string[];
  }[];
  profile_constants: ProfileConstants;
  error_codes: { code: string; message: string }[];
  reason_codes: { code: string; text: string }[];
}

export interface Validation {
  valid: true;
  /** Not errors, but worth saying: an asset held without a target, an asset without a price, … */
  notices: (Reason & { pointer: string })[];
}

/** Decimal numbers as they are written in documents, requests and replies. */

export type DecimalText = string;

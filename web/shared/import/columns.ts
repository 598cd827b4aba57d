/** Which column means what: the names that programs and people give to the columns of a table of holdings. */

export type Role = "symbol" | "quantity" | "price" | "currency" | "name" | "date" | "transaction";

/** In order of preference, where a table has several of them. */
const NAMES: Record<Role, readonly string[]> = {
  symbol: [
    "symbol",
    "ticker",
    "ticker symbol",
    "asset",
    "coin",
    "token",
    "crypto",
    "code",
    "instrument",
    "security",
    "isin",
    "kürzel",
    "wertpapier",
    "symbole",
    "símbolo",
    "activo",
    "simbolo",
  ],
  quantity: [
    "quantity",
    "qty",
    "shares",
    "units",
    "amount",
    "balance",
    "holdings",
    "holding",
    "position",
    "quantity held",
    "number of shares",
    "no of shares",
    "anzahl",
    "stück",
    "menge",
    "bestand",
    "quantité",
    "cantidad",
    "quantità",
  ],
  price: [
    "price",
    "current price",
    "last price",
    "market price",
    "last",
    "unit price",
    "price per unit",
    "price per share",
    "share price",
    "close",
    "quote",
    "nav",
    "kurs",
    "preis",
    "cours",
    "prix",
    "precio",
    "prezzo",
  ],
  currency: ["currency", "ccy", "price currency", "trading currency", "währung", "devise", "moneda", "valuta"],
  name: [
    "name",
    "description",
    "security name",
    "asset name",
    "instrument name",
    "company",
    "bezeichnung",
    "nom",
    "nombre",
  ],
  date: ["date", "price date", "as of", "as of date", "datum"],
  transaction: ["transaction type"],
};

/** Column indexes by role. */
export type Columns = Partial<Record<Role, number>>;

export function normalizeHeader(cell: string): string {
  return cell
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

export function findColumns(cells: readonly string[]): Columns {
  const headers = cells.map(normalizeHeader);
  const columns: Columns = {};
  for (const role of Object.keys(NAMES) as Role[]) {
    const name = NAMES[role].find((candidate) => headers.includes(candidate));
    if (name !== undefined) columns[role] = headers.indexOf(name);
  }
  // A list of balances calls the coin its currency.
  if (columns.symbol === undefined && columns.currency !== undefined) {
    columns.symbol = columns.currency;
    delete columns.currency;
  }
  return columns;
}

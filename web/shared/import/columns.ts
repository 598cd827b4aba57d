/** Which column means what: the names that programs and people give to the columns of a table of holdings. */

export type Role = "symbol" | "quantity" | "price" | "currency" | "name" | "date" | "kind" | "transaction";

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
  kind: [
    "asset type",
    "asset class",
    "security type",
    "instrument type",
    "type",
    "kind",
    "class",
    "category",
    "anlageklasse",
    "anlageart",
    "typ",
    "art",
    "kategorie",
    "catégorie",
    "classe",
    "tipo",
    "clase",
    "categoría",
    "categoria",
  ],
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

/** All columns of a role: by the order of preference of their names, then from left to right. */
export function findAlternatives(cells: readonly string[]): Map<Role, number[]> {
  const headers = cells.map(normalizeHeader);
  const found = new Map<Role, number[]>();
  for (const role of Object.keys(NAMES) as Role[]) {
    const columns = NAMES[role].flatMap((name) => headers.flatMap((header, index) => (header === name ? [index] : [])));
    if (columns.length > 0) found.set(role, columns);
  }
  // A list of balances calls the coin its currency.
  const currency = found.get("currency");
  if (currency !== undefined && !found.has("symbol")) {
    found.set("symbol", currency);
    found.delete("currency");
  }
  return found;
}

export function findColumns(cells: readonly string[]): Columns {
  return Object.fromEntries([...findAlternatives(cells)].map(([role, [first]]) => [role, first]));
}

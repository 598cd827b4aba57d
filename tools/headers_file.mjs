// Reads a `_headers` file (the syntax that Cloudflare Pages and Netlify share) and says which headers a path gets.
//
//   # a comment
//   /assets/*
//     Cache-Control: public, max-age=31536000, immutable
//
// A line that starts at the margin names a path; `*` stands for any text, `:name` for one segment; the indented lines
// below it are headers. A path gets the headers of every rule that matches it.
//
// Where two matching rules set the same header the hosts differ: Cloudflare joins the values with a comma, Netlify lets
// the later rule win. Here they are joined, which for a Content-Security-Policy is the stricter of the two; and because a
// file that relies on either is not portable, `repeatedHeaders` finds such places and the server warns of them.

function toPattern(path) {
  const source = path
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replace(/:[A-Za-z]\w*/g, "[^/]+");
  return new RegExp(`^${source}$`);
}

export function parseHeadersFile(text) {
  const rules = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    if (/^\S/.test(line)) {
      if (!line.startsWith("/")) throw new Error(`_headers:${index + 1}: a path starts with "/": ${line}`);
      rules.push({ path: line.trim(), pattern: toPattern(line.trim()), headers: [] });
      continue;
    }
    const [, name, value] = /^\s+([!#$%&'*+.^_`|~\w-]+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (!name || rules.length === 0)
      throw new Error(`_headers:${index + 1}: not "Name: value" under a path: ${line.trim()}`);
    rules.at(-1).headers.push([name, value]);
  }
  return rules;
}

// Name → value, for one path.
export function headersFor(rules, path) {
  const found = new Map();
  for (const rule of rules.filter(({ pattern }) => pattern.test(path))) {
    for (const [name, value] of rule.headers) {
      const key = name.toLowerCase();
      found.set(key, { name, value: found.has(key) ? `${found.get(key).value}, ${value}` : value });
    }
  }
  return Object.fromEntries([...found.values()].map(({ name, value }) => [name, value]));
}

// The headers that more than one rule sets for this path.
export function repeatedHeaders(rules, path) {
  const seen = new Set();
  const repeated = new Set();
  for (const rule of rules.filter(({ pattern }) => pattern.test(path))) {
    for (const name of new Set(rule.headers.map(([header]) => header.toLowerCase()))) {
      if (seen.has(name)) repeated.add(name);
      seen.add(name);
    }
  }
  return [...repeated];
}

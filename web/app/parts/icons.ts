import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";

/** Line icons on a 20-unit grid. They say nothing to a screen reader: the button around them has the name. */
const paths = {
  undo: svg`<path d="M7.5 4 3.5 8l4 4M3.5 8h8a5 5 0 0 1 0 10H9" />`,
  redo: svg`<path d="m12.5 4 4 4-4 4M16.5 8h-8a5 5 0 0 0 0 10H11" />`,
  menu: svg`<path d="M3.5 5.5h13M3.5 10h13M3.5 14.5h13" />`,
  close: svg`<path d="m5 5 10 10M15 5 5 15" />`,
  plus: svg`<path d="M10 4v12M4 10h12" />`,
  minus: svg`<path d="M4 10h12" />`,
  remove: svg`<path d="M4 6h12M8 6V4h4v2M5.5 6l.7 10.5h7.6L14.5 6M8.3 9v4.5M11.7 9v4.5" />`,
  check: svg`<path d="m4 10.5 4 4 8-9" />`,
  warn: svg`<path d="M10 3 1.8 17h16.4L10 3ZM10 8v4.2M10 14.4v.2" />`,
  info: svg`<circle cx="10" cy="10" r="7.5" /><path d="M10 9.2v4.3M10 6.4v.2" />`,
  arrow: svg`<path d="M4 10h12M11 5l5 5-5 5" />`,
  copy: svg`<path d="M7 7V3.5h9.5V13H13M3.5 7H13v9.5H3.5z" />`,
  download: svg`<path d="M10 3v9M6 8.5 10 12.5l4-4M3.5 16.5h13" />`,
  upload: svg`<path d="M10 13V4M6 7.5 10 3.5l4 4M3.5 16.5h13" />`,
  print: svg`<path d="M6 8V3h8v5M6 14H3.5V8h13v6H14M6 12h8v5H6z" />`,
  table: svg`<path d="M3.5 4.5h13v11h-13zM3.5 8.5h13M8.5 4.5v11" />`,
  spark: svg`<path d="M3.5 15.5h13M5 15.5V9M9 15.5V5M13 15.5v-4M16.5 15.5" />`,
  pencil: svg`<path d="m4 16 .8-3.5L13.5 3.8l2.7 2.7-8.7 8.7L4 16ZM11.8 5.5l2.7 2.7" />`,
  lock: svg`<path d="M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9" />`,
  up: svg`<path d="M10 16V4M5 9l5-5 5 5" />`,
  down: svg`<path d="M10 4v12M5 11l5 5 5-5" />`,
  indent: svg`<path d="M3.5 4v12M7 10h9.5M12 5.5l4.5 4.5-4.5 4.5" />`,
  outdent: svg`<path d="M16.5 4v12M13 10H3.5M8 5.5 3.5 10 8 14.5" />`,
  unlock: svg`<path d="M5 9h10v7.5H5zM7 9V6a3 3 0 0 1 5.6-1.5" />`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof paths;

export function icon(name: IconName, size = 18): TemplateResult {
  return html`<svg
    width=${size}
    height=${size}
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.6"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${paths[name]}
  </svg>`;
}

/** The mark, as in the site's icon: a hull riding on the waterline, its weight far below. */
export function mark(size = 30): TemplateResult {
  return html`<svg width=${size} height=${size} viewBox="0 0 512 512" aria-hidden="true">
    <rect width="512" height="512" rx="112" fill="#0e3a48" />
    <path d="M0 198h512v202a112 112 0 0 1-112 112H112A112 112 0 0 1 0 400z" fill="#155a6c" />
    <path d="M70 150l378-20c-22 88-100 142-200 142-92 0-158-44-178-122zM214 260h90l-20 96h-50z" fill="#f3fafb" />
    <path d="M136 374c0-20 44-30 122-30s118 12 132 30c-14 18-54 30-132 30s-122-10-122-30z" fill="#f39a66" />
  </svg>`;
}

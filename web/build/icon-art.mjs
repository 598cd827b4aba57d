// @ts-check
/** The mark: a keelboat from the side, its hull divided into holds, kept upright by the weight under its keel. */

const SKY = "#0e3a48";
const WATER = "#155a6c";
const HULL = "#f3fafb";
const WEIGHT = "#f39a66";

const MARK = `
    <g transform="translate(0 -40)">
    <path fill="${WATER}" d="M-600 238h1712v900H-600z"/>
    <mask id="holds">
      <path fill="#fff" d="M0 0h512v512H0z"/>
      <path stroke="#000" stroke-width="14" d="M176 140v200M334 140v200"/>
    </mask>
    <path fill="${HULL}" mask="url(#holds)" d="M70 190l378-20c-22 88-100 142-200 142-92 0-158-44-178-122z"/>
    <path fill="${HULL}" d="M214 300h90l-20 96h-50z"/>
    <path fill="${WEIGHT}" d="M136 414c0-20 44-30 122-30s118 12 132 30c-14 18-54 30-132 30s-122-10-122-30z"/>
    </g>`;

/**
 * @param {object} options
 * @param {number} options.radius Of the ground's corners, of 512.
 * @param {number} options.scale Of the mark; a maskable icon keeps it inside the middle four fifths.
 */
export function iconSvg({ radius, scale }) {
  const shift = Math.round(256 * (1 - scale) * 1000) / 1000;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">
  <clipPath id="ground"><rect width="512" height="512" rx="${radius}"/></clipPath>
  <g clip-path="url(#ground)">
    <rect width="512" height="512" fill="${SKY}"/>
    <g transform="translate(${shift} ${shift}) scale(${scale})">${MARK}
    </g>
  </g>
</svg>
`;
}

export const ROUNDED = { radius: 112, scale: 1 };
export const FULL_BLEED = { radius: 0, scale: 0.86 };
export const MASKABLE = { radius: 0, scale: 0.72 };

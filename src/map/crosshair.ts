import { INK } from './palette.ts';

const SIDE_PIXELS = 26;

/** A cross in the middle of the map that shows what Enter would select; seen only while the keyboard drives the map. */
export function createCrosshair(canvas: HTMLCanvasElement): HTMLElement {
  const middle = SIDE_PIXELS / 2;
  const arms = `M${middle} 0v${middle - 5}M${middle} ${SIDE_PIXELS}v-${middle - 5}M0 ${middle}h${middle - 5}M${SIDE_PIXELS} ${middle}h-${middle - 5}`;
  const crosshair = document.createElement('div');
  crosshair.setAttribute('aria-hidden', 'true');
  crosshair.hidden = true;
  Object.assign(crosshair.style, {
    position: 'absolute',
    left: '50%',
    top: '50%',
    translate: '-50% -50%',
    pointerEvents: 'none',
    lineHeight: '0',
  });
  crosshair.innerHTML = `<svg width="${SIDE_PIXELS}" height="${SIDE_PIXELS}" fill="none"><path d="${arms}" stroke="${INK.paper}" stroke-width="5"/><path d="${arms}" stroke="${INK.accent}" stroke-width="2"/></svg>`;
  canvas.addEventListener('focus', () => {
    crosshair.hidden = !canvas.matches(':focus-visible');
  });
  canvas.addEventListener('blur', () => {
    crosshair.hidden = true;
  });
  canvas.addEventListener('pointerdown', () => {
    crosshair.hidden = true;
  });
  canvas.addEventListener('keydown', () => {
    crosshair.hidden = false;
  });
  return crosshair;
}

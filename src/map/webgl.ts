import { fail } from '../shared/problem.ts';

/** Drawing without a graphics card, as browsers name it: Chromium's, Mesa's, Windows' own. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|microsoft basic render/i;

export interface Graphics {
  /** The processor draws: every pixel and every layer costs time on the page. */
  readonly inSoftware: boolean;
}

/** What draws the map. Throws `app.no-webgl` where the browser cannot. */
export function requireWebGl(): Graphics {
  const context = document.createElement('canvas').getContext('webgl2');
  if (context === null) return fail('app.no-webgl', {});
  const inSoftware = isSoftwareRenderer(rendererOf(context));
  // Browsers keep few contexts; this one is not needed any more.
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return { inSoftware };
}

export function isSoftwareRenderer(name: string): boolean {
  return SOFTWARE.test(name);
}

/** The renderer's name; empty where the browser does not tell. */
function rendererOf(context: WebGL2RenderingContext): string {
  const info = context.getExtension('WEBGL_debug_renderer_info');
  return String(context.getParameter(info?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER) ?? '');
}

/** How often the graphics are asked whether they are done, and how long at most. */
const LOOK_MILLISECONDS = 8;
const PATIENCE_MILLISECONDS = 2000;

/** Resolves when all that a canvas was given so far is drawn and on the page, which is not blocked meanwhile. Never rejects. */
export async function drawn(canvas: HTMLCanvasElement): Promise<void> {
  const gl = canvas.getContext('webgl2');
  const fence = gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (!gl || !fence) return;
  gl.flush();
  const end = performance.now() + PATIENCE_MILLISECONDS;
  while (gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.UNSIGNALED && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
  }
  gl.deleteSync(fence);
  // The browser gives no new frame while it still puts the last ones together.
  for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

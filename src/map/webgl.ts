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

import { fail } from '../shared/problem.ts';

/** Throws `app.no-webgl` where the browser cannot draw the map. */
export function requireWebGl(): void {
  const context = document.createElement('canvas').getContext('webgl2');
  if (context === null) fail('app.no-webgl', {});
  // Browsers keep few contexts; this one is not needed any more.
  context.getExtension('WEBGL_lose_context')?.loseContext();
}

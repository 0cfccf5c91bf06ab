// Wakes the browser's graphics: a context, a shader, a point. See warm-up.ts.
const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
if (gl !== null) {
  const program = gl.createProgram();
  const add = (type: number, source: string) => {
    const shader = gl.createShader(type)!;
    gl.shaderSource(shader, `#version 300 es\nprecision highp float;\n${source}`);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  };
  add(gl.VERTEX_SHADER, 'in vec2 p; void main() { gl_Position = vec4(p, 0.0, 1.0); }');
  add(gl.FRAGMENT_SHADER, 'out vec4 color; void main() { color = vec4(1.0); }');
  gl.linkProgram(program);
  // biome-ignore lint/correctness/useHookAtTopLevel: WebGL's method, not a hook of React
  gl.useProgram(program);
  gl.drawArrays(gl.POINTS, 0, 1);
  // Waits until the drawing is done: then the graphics are awake.
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
}
self.postMessage('awake');

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  plugins: [react()],
  // The plain build tries `new Function`, which the content security policy forbids and reports.
  resolve: { alias: [{ find: /^cbor-x$/, replacement: 'cbor-x/index-no-eval' }] },
  worker: { format: 'es', rolldownOptions: { output: { entryFileNames: 'assets/city-worker-[hash].js' } } },
  build: { target: 'es2022', manifest: true, sourcemap: false, copyPublicDir: false, chunkSizeWarningLimit: 1200 },
});

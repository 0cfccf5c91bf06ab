import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAppIfStale, buildDemoIfStale } from './build-if-stale.ts';
import { createStaticServer, listenOnLoopback } from './static-server.ts';

/** `npm start`: builds what is stale, serves the production build on 127.0.0.1 and prints the address. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const args = process.argv.slice(2);
const wishedPort = Number(args[args.indexOf('--port') + 1] || process.env.PORT || 4173);

if (!args.includes('--no-build')) {
  console.log('Gemeinbedarf: baue, was nicht aktuell ist … / building what is out of date …');
  await buildDemoIfStale(root);
  await buildAppIfStale(root);
}
const server = createStaticServer([
  { prefix: '/', folder: join(root, 'dist') },
  { prefix: '/city/', folder: join(root, 'public', 'city') },
]);
const port = await listenOnLoopback(server, Number.isFinite(wishedPort) ? wishedPort : 4173);
console.log(`Gemeinbedarf: http://127.0.0.1:${port}/   (Ende / stop: Ctrl+C)`);

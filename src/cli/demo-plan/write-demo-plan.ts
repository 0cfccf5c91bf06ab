import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderPackageSource } from '../package-folder.ts';
import { DEMO_PLAN_FILE } from './make-demo-plan.ts';
import { planOfPackage } from './plan-of-package.ts';

/** `tsx src/cli/demo-plan/write-demo-plan.ts <package folder>`: writes the example plan beside a demo city that is already built. */
const folder = process.argv[2] ?? join('public', 'city', 'demo');
const file = join(folder, DEMO_PLAN_FILE);
const { bytes } = await planOfPackage(folderPackageSource(folder));
await writeFile(`${file}.new`, bytes);
await rename(`${file}.new`, file);

import { openCity } from '../../city/open-city.ts';
import { PACKAGE_FILES } from '../../city/package-files.ts';
import type { PackageSource } from '../../city/package-source.ts';
import { readCity } from '../../city/read-city.ts';
import { type DemoPlan, makeDemoPlan } from './make-demo-plan.ts';

/** The example plan of a generated city's package; the same package gives the same bytes. Throws what reading a package throws. */
export async function planOfPackage(source: PackageSource): Promise<DemoPlan> {
  const opened = await openCity(source);
  return makeDemoPlan(await readCity(opened), opened.manifest.edition, await source.read(PACKAGE_FILES.manifest));
}

import * as z from 'zod/mini';
import { httpPackageSource } from '../city/package-source.ts';
import { createCityHandlers } from './city-handlers.ts';
import type { PortLike } from './port.ts';
import { serve } from './server.ts';

// Without this zod tries `eval` once, which the content security policy reports as a violation.
z.config({ jitless: true });

serve(self as unknown as PortLike, createCityHandlers(httpPackageSource));

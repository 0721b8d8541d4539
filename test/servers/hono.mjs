import { createConsentPolicy } from '@consentry/gate/policy';
import { createHonoMiddleware } from '@consentry/gate/policy/hono';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import site from './public/consentry-policy.json' with { type: 'json' };

const app = new Hono();
app.use(createHonoMiddleware(createConsentPolicy(site)));
app.get('/', (c) => c.html('<!doctype html><title>Shop</title>'));

export const server = serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });

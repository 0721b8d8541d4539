import { createConsentPolicy } from '@consentry/gate/policy';
import { createFastifyHook } from '@consentry/gate/policy/fastify';
import fastify from 'fastify';
import site from './public/consentry-policy.json' with { type: 'json' };

const app = fastify();
app.addHook('onRequest', createFastifyHook(createConsentPolicy(site)));
app.get('/', (_, reply) => reply.type('text/html').send('<!doctype html><title>Shop</title>'));

await app.listen({ port: Number(process.env.PORT ?? 3000) });
export const { server } = app;

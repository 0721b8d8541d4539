import { createServer } from 'node:http';
import { createConsentPolicy } from '@consentry/gate/policy';
import { createNodeMiddleware } from '@consentry/gate/policy/node';
import site from './public/consentry-policy.json' with { type: 'json' };

const guard = createNodeMiddleware(createConsentPolicy(site));

export const server = createServer((request, response) => {
  guard(request, response, () => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!doctype html><title>Shop</title>');
  });
}).listen(process.env.PORT ?? 3000);

import { createConsentPolicy } from '@consentry/gate/policy';
import { createNodeMiddleware } from '@consentry/gate/policy/node';
import express from 'express';
import site from './public/consentry-policy.json' with { type: 'json' };

const app = express();
app.use(createNodeMiddleware(createConsentPolicy(site)));
app.use(express.static(`${import.meta.dirname}/public`));

export const server = app.listen(process.env.PORT ?? 3000);

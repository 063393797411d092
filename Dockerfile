# One image for the desk, the worker and the migrations. Readers' files are served by nginx: see docker-compose.yml.
FROM node:24-bookworm-slim AS base
ENV NEXT_TELEMETRY_DISABLED=1
WORKDIR /handbill

FROM base AS dependencies
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM base AS build
COPY package.json package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN node commands/prepare.mjs && NODE_ENV=production node node_modules/next/dist/bin/next build && rm -rf .next/cache

FROM base
ENV NODE_ENV=production DATA_DIR=/data HOST=0.0.0.0
COPY --from=dependencies /handbill/node_modules ./node_modules
COPY --from=build /handbill/.next ./.next
COPY --from=build /handbill/dist ./dist
COPY --from=build /handbill/migrations ./migrations
COPY package.json next.config.mjs ./
RUN mkdir -p /data/media /data/edition/public /data/captures && chown -R node:node /data
USER node
CMD ["node", "dist/cms.mjs"]

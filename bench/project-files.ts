/** Services of one Compose file. */
export const servicesEach = 10;

/** A Compose file of {@link servicesEach} services with what such files hold: anchors, variables, ports, limits. */
export function composeFileNumber(at: number): string {
  const services = Array.from({ length: servicesEach }, (_, each) =>
    serviceNumber(at * servicesEach + each),
  );
  return `${head}services:\n${services.join('')}${tail}`;
}

/** A build file of about twenty lines, of one of five makes; no two are the same. */
export function buildFileNumber(at: number): string {
  const make = makes[at % makes.length];
  return make === undefined ? '' : make(at);
}

const makes: readonly ((at: number) => string)[] = [
  (at) => `# syntax=docker/dockerfile:1
ARG NODE=22.${at % 20}.0
FROM node:\${NODE}-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:\${NODE}-bookworm-slim
ENV NODE_ENV=production PORT=80${at % 100}
RUN apt-get update \\
    && apt-get install -y --no-install-recommends tini=0.19.0-1 curl \\
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build --chown=node:node /src/dist /app/dist
COPY --from=build /src/node_modules /app/node_modules
USER node
EXPOSE 80${at % 100}
HEALTHCHECK --interval=30s CMD curl -f http://localhost/health || exit 1
CMD ["node", "/app/dist/server-${at}.js"]
`,
  (at) => `FROM python:3.13-slim
LABEL org.opencontainers.image.title="service ${at}" \\
      org.opencontainers.image.source="https://git.example/team/service-${at}"
ENV PYTHONUNBUFFERED=1 \\
    PIP_NO_CACHE_DIR=1
RUN set -eux; \\
    apt-get update; \\
    apt-get install -y --no-install-recommends gcc libpq-dev; \\
    # what was built with is removed again
    pip install --no-cache-dir gunicorn==23.0.0 flask==3.1.${at % 5}; \\
    apt-get purge -y gcc; \\
    rm -rf /var/lib/apt/lists/*
COPY requirements.txt /app/
RUN pip install -r /app/requirements.txt
COPY src /app/src
RUN useradd --system --uid ${1000 + at} app && chown -R app /app
USER ${1000 + at}
EXPOSE 8000/tcp
ENTRYPOINT ["gunicorn", "--bind", "0.0.0.0:8000", "app:main"]
`,
  (at) => `FROM golang:1.24-alpine AS build
ARG VERSION=1.${at}.0
RUN apk add --no-cache git ca-certificates
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN CGO_ENABLED=0 go build -ldflags "-s -w -X main.version=\${VERSION}" -o /out/app ./cmd/app

FROM build AS test
RUN go test ./... -run 'Test${at}'

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /out/app /app
USER 65532:65532
ENTRYPOINT ["/app"]
CMD ["--listen", ":${8000 + at}"]
`,
  (at) => `FROM debian:bookworm
MAINTAINER team-${at}@example.org
RUN apt-get update
RUN apt-get install -y openssh-server sudo nginx supervisor
ADD https://downloads.example/tool-${at}.tar.gz /opt/
RUN curl -sSL https://install.example/${at} | bash
RUN <<EOF
set -e
mkdir -p /srv/www
for each in a b c; do
  echo "site $each" > /srv/www/$each.html
done
chmod -R 777 /srv/www
EOF
ENV DB_PASSWORD=hunter2-${at}
EXPOSE 22 80 443
CMD service ssh start && nginx -g 'daemon off;'
`,
  (at) => `FROM eclipse-temurin:21-jdk@sha256:${String(at).padStart(64, '0')} AS build
WORKDIR /src
COPY gradlew settings.gradle build.gradle ./
COPY gradle gradle
RUN ./gradlew --no-daemon dependencies || true
COPY src src
RUN ./gradlew --no-daemon bootJar

FROM eclipse-temurin:21-jre
ARG PROFILE
RUN groupadd -r app && useradd -r -g app app \\
 && if [ "$PROFILE" = debug ]; then apt-get update && apt-get install -y strace; fi
COPY --from=build --chmod=0644 /src/build/libs/app-${at}.jar /app.jar
USER app
HEALTHCHECK --interval=1m30s --timeout=3s CMD ["java", "-cp", "/app.jar", "Check"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "/app.jar"]
`,
];

const head = `x-common: &common
  restart: unless-stopped
  logging: &logging
    driver: json-file
    options: { max-size: 10m, max-file: "3" }
x-hard: &hard
  read_only: true
  cap_drop: [ALL]
  security_opt: ["no-new-privileges:true"]
`;

const tail = `networks:
  front:
  back: { internal: true }
volumes:
  data:
    labels: { backup: daily }
`;

function serviceNumber(at: number): string {
  const shape = at % 3;
  if (shape === 0) {
    return `  web-${at}:
    <<: [*common, *hard]
    image: registry.example/web:\${TAG:-1.${at}}
    ports:
      - "127.0.0.1:${10_000 + at}:8080"
      - target: 9000
        published: "${30_000 + at}"
        protocol: tcp
    environment:
      LOG_LEVEL: info
      UPSTREAM: "http://api-${at}:8000"
    healthcheck:
      test: ["CMD", "curl", "-f", "http://localhost:8080/"]
      interval: 30s
      retries: 3
    networks: [front, back]
    deploy:
      resources:
        limits: { cpus: "0.50", memory: 256M, pids: 100 }
    user: "1000:1000"
    tmpfs: /tmp
`;
  }
  if (shape === 1) {
    return `  api-${at}:
    <<: *common
    build:
      context: ../build-${at}
      args:
        VERSION: "${at}"
    environment:
      - DATABASE_URL=postgres://app@db-${at}/app
      - SECRET_KEY_FILE=/run/secrets/key
    command: ["gunicorn", "-w", "4", "app:main"]
    volumes:
      - ./config:/etc/app:ro
      - type: tmpfs
        target: /cache
        tmpfs: { size: 64m }
    networks:
      back:
        aliases: [api]
    mem_limit: 512m
    cap_add: [NET_BIND_SERVICE]
    labels:
      com.example.team: payments
`;
  }
  return `  db-${at}:
    image: postgres:16
    restart: always
    privileged: ${at % 2 === 0}
    environment:
      POSTGRES_PASSWORD: example-${at}
    volumes:
      - data:/var/lib/postgresql/data
      - /var/run/docker.sock:/var/run/docker.sock
    ports: ["${40_000 + at}:5432"]
    ulimits:
      nofile: { soft: 1024, hard: 4096 }
    shm_size: 128mb
    network_mode: \${MODE:-bridge}
`;
}

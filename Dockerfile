# One image for each service, and one for the suite, which can back up and restore:
# docker build --build-arg SERVICE=trainer-service -t exoscout/trainer-service .
# Maven has built the jars before; `make images` does both, and says which version and commit they are.
ARG DEBIAN=debian:trixie-slim

# Java without what servers do not need, the JVM's table of internal symbols included; jcmd is for whoever has to look inside
FROM ${DEBIAN} AS java
RUN mkdir -p /usr/share/man/man1 \
 && apt-get update \
 && apt-get install -y --no-install-recommends binutils openjdk-25-jdk-headless zip \
 && rm -rf /var/lib/apt/lists/*
RUN "$(dirname "$(readlink -f /usr/bin/java)")/jlink" --output /opt/java \
    --add-modules java.se,jdk.crypto.cryptoki,jdk.jcmd,jdk.jfr,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs \
    --exclude-files "/java.desktop/lib/lib*" --compress zip-9 --strip-java-debug-attributes --no-header-files --no-man-pages \
 && strip --strip-unneeded /opt/java/lib/server/libjvm.so

FROM java AS layers
ARG SERVICE
COPY ${SERVICE}/target/${SERVICE}-exec.jar /service.jar
RUN java -Djarmode=tools -jar /service.jar extract --layers --destination /layers
# XGBoost brings its native library for every system there is
RUN case "$(uname -m)" in x86_64) other=aarch64 ;; *) other=x86_64 ;; esac \
 && find /layers -name 'xgboost4j*.jar' -exec zip -q -d {} 'lib/windows/*' 'lib/macos/*' "lib/linux/$other/*" ';'

# what all services share; libgomp1 is for XGBoost
FROM ${DEBIAN} AS base
RUN apt-get update \
 && apt-get install -y --no-install-recommends libgomp1 \
 && rm -rf /var/lib/apt/lists/* \
 && groupadd --gid 10001 exoscout \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin exoscout \
 && install -d -o exoscout -g exoscout /data /data/blobs /data/checkpoints
COPY --from=java /opt/java /opt/java
ENV PATH=/opt/java/bin:$PATH EXOSCOUT_HOME=/data
WORKDIR /app

# what changes least comes first
FROM base AS service
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./

# loads and links the classes once for all starts to come, up to where database and broker would be needed
FROM service AS trained
RUN java -XX:+UseG1GC -Xlog:aot=error,cds=error -XX:AOTCacheOutput=service.aot \
    -Dspring.context.exit=onRefresh -Dexoscout.home=/tmp/home -jar service.jar

FROM service
ARG DEBIAN SERVICE VERSION=unknown COMMIT=unknown
# what a registry shows, and whoever asks which program runs; the bill of materials is in the jar, below META-INF/sbom
LABEL org.opencontainers.image.title="ExoScout ${SERVICE}" \
      org.opencontainers.image.description="Vets transit candidates from the tables of the NASA Exoplanet Archive." \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.vendor="ExoScout" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${COMMIT}" \
      org.opencontainers.image.base.name="${DEBIAN}"
COPY --from=trained /app/service.aot ./
# on all addresses; without credentials, or somebody saying that none are needed, a service does not start there
ENV SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080
USER 10001:10001
EXPOSE 8080
VOLUME /data
# bash speaks TCP, so that no curl is needed
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s CMD ["bash", "-c", \
 "exec 3<>/dev/tcp/127.0.0.1/${MANAGEMENT_SERVER_PORT:-$SERVER_PORT} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && test \"$status\" = 200"]
# A worker whose heap is full stores that as the reason (JobRun). Other threads may have met the end of the heap as well, and the
# database driver's do not come back from it, so ten seconds later the process is stopped in good order, and started anew.
ENTRYPOINT ["java", "-XX:AOTCache=/app/service.aot", "-Xlog:aot*=error", "-XX:MaxRAMPercentage=60", \
  "-XX:OnOutOfMemoryError=(sleep 10 && kill %p) &", "-jar", "/app/service.jar"]

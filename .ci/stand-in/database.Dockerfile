# Stands in for mongo on machines without a registry: the embedded suite's database. It knows no passwords and no replica sets.
FROM debian:trixie-slim
RUN mkdir -p /usr/share/man/man1 \
 && apt-get update \
 && apt-get install -y --no-install-recommends openjdk-25-jre-headless \
 && rm -rf /var/lib/apt/lists/* \
 && install -d -o 999 -g 999 /data/db
COPY embedded-suite/target/embedded-suite-exec.jar /suite.jar
ENV EXOSCOUT_HOME=/data/db EXOSCOUT_SECURITY_MODE=open SERVER_ADDRESS=0.0.0.0 SERVER_PORT=27017
USER 999:999
VOLUME /data/db
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-jar", "/suite.jar", "database"]

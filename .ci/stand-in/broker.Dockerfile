# Stands in for rabbitmq:4-management on machines without a registry: Debian's RabbitMQ with the management page on.
FROM debian:trixie-slim
RUN groupadd --gid 999 --system rabbitmq \
 && useradd --uid 999 --gid 999 --system --home-dir /var/lib/rabbitmq rabbitmq \
 && apt-get update \
 && apt-get install -y --no-install-recommends rabbitmq-server \
 && rm -rf /var/lib/apt/lists/* \
 && echo '[rabbitmq_management].' >/etc/rabbitmq/enabled_plugins
ENV PATH=/usr/lib/rabbitmq/bin:$PATH RABBITMQ_LOGS=- HOME=/var/lib/rabbitmq
VOLUME /var/lib/rabbitmq
USER 999:999
ENTRYPOINT ["rabbitmq-server"]

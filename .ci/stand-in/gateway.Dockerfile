# Stands in for nginxinc/nginx-unprivileged on machines without a registry: Debian's nginx, with the one thing of that
# image's start that the gateway relies on, which fills in templates.
FROM debian:trixie-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl gettext-base nginx-light \
 && rm -rf /var/lib/apt/lists/*
USER 101:101
STOPSIGNAL SIGQUIT
ENTRYPOINT ["bash", "-euc", "for template in /etc/nginx/templates/*.template; do \
  envsubst \"$(compgen -e | grep -E \"$NGINX_ENVSUBST_FILTER\" | sed 's/.*/${&}/')\" \
    <\"$template\" >\"$NGINX_ENVSUBST_OUTPUT_DIR/$(basename \"$template\" .template)\"; done; exec \"$@\"", "--"]

# One image for every part: web, worker, scheduler, migrate. Settings come from the environment.
FROM python:3.13-slim-bookworm AS build
WORKDIR /app
COPY requirements.lock .
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.lock

FROM python:3.13-slim-bookworm
ENV PATH=/venv/bin:$PATH PYTHONPATH=/app PYTHONUNBUFFERED=1 \
    GUILDHALL_HOST=0.0.0.0 GUILDHALL_PORT=8000 GUILDHALL_DATA_DIR=/data
RUN useradd --system --uid 10001 --home-dir /data --create-home guildhall
COPY --from=build /venv /venv
WORKDIR /app
COPY pyproject.toml wsgi.py ./
COPY webapp webapp
COPY worker worker
COPY templates templates
COPY static static
COPY migrations migrations
RUN python -m compileall -q webapp worker wsgi.py
USER guildhall
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
ENTRYPOINT ["python", "-m", "webapp.cli"]
CMD ["web"]

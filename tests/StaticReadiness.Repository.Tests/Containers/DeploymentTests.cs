using StaticReadiness.Repository.Containers;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Repository.Tests.Containers;

public class DeploymentTests
{
    private static Deployment Read(params (string Path, string Content)[] files) => Deployment.Read(RepositoryFiles.InMemory(files));

    private static string[] Processes(params (string Path, string Content)[] files) =>
        [.. Read(files).Processes.Select(p => $"{p.Kind} {p.Name}: {string.Join(" && ", p.Commands.Select(c => c.Text))}")];

    [Fact]
    public void A_compose_service_knows_its_commands_environment_and_health_check()
    {
        var compose = Read(("docker-compose.yml", """
            x-env: &env
              DEBUG: "1"
            services:
              web:
                build: { context: ./web, dockerfile: Dockerfile.prod }
                command: >
                  gunicorn app:app
                  --bind 0.0.0.0:8000
                environment:
                  <<: *env
                  SECRET_KEY: change-me
                  FROM_HOST:
                healthcheck:
                  test: [CMD, curl, localhost]
                deploy: { resources: { limits: { memory: 1g } } }
              db:
                image: postgres:latest
                environment:
                  - POSTGRES_PASSWORD=secret
                  - PGDATA
                healthcheck: { disable: true }
            """)).ComposeFiles.ShouldHaveSingleItem().Compose;

        var web = compose.Services[0];
        (web.Name, web.BuildContext, web.BuildFile, web.HasHealthCheck, web.HasLimits).ShouldBe(("web", "./web", "Dockerfile.prod", true, true));
        web.Commands.ShouldHaveSingleItem().Text.ShouldBe("gunicorn app:app --bind 0.0.0.0:8000");
        web.Environment.ToDictionary(e => e.Name, e => e.Value).ShouldBe(new Dictionary<string, string?> { ["DEBUG"] = "1", ["SECRET_KEY"] = "change-me", ["FROM_HOST"] = null }, ignoreOrder: true);
        compose.Text.ToString(web.Environment.Single(e => e.Name == "SECRET_KEY").Span).ShouldBe("change-me");
        var db = compose.Services[1];
        (db.Image, db.BuildContext, db.HasHealthCheck, db.HasLimits).ShouldBe(("postgres:latest", null, false, false));
        db.Environment.Select(e => (e.Name, e.Value)).ShouldBe([("POSTGRES_PASSWORD", "secret"), ("PGDATA", null)]);
    }

    [Fact]
    public void A_Kubernetes_workload_knows_its_containers_and_probes()
    {
        var manifest = Read(("k8s/app.yaml", """
            apiVersion: v1
            kind: Service
            metadata: { name: web }
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
            spec:
              template:
                spec:
                  terminationGracePeriodSeconds: 30
                  initContainers:
                    - name: migrate
                      command: [sh, -c, "python manage.py migrate"]
                  containers:
                    - name: app
                      image: shop:1.2
                      command: ["uvicorn"]
                      args: ["app:app", "--port", "80"]
                      env:
                        - name: A
                          value: "1"
                        - name: B
                          valueFrom: { secretKeyRef: { name: s, key: b } }
                      livenessProbe: { httpGet: { path: /live, port: 80 } }
                      resources: { limits: { memory: 1Gi } }
            """)).Kubernetes.ShouldHaveSingleItem().Manifest;

        var workload = manifest.Workloads.ShouldHaveSingleItem();
        (workload.Kind, workload.Name, workload.IsLongRunning, workload.TerminationGracePeriod).ShouldBe(("Deployment", "web", true, "30"));
        workload.InitContainers.ShouldHaveSingleItem().Commands.ShouldHaveSingleItem().Text.ShouldBe("python manage.py migrate");
        var app = workload.Containers.ShouldHaveSingleItem();
        (app.Image, app.HasLivenessProbe, app.HasReadinessProbe, app.HasMemoryLimit, app.HasRequests).ShouldBe(("shop:1.2", true, false, true, false));
        app.Commands.ShouldHaveSingleItem().Text.ShouldBe("uvicorn app:app --port 80");
        app.Environment.Select(e => (e.Name, e.Value)).ShouldBe([("A", "1"), ("B", null)]);
    }

    [Fact]
    public void A_template_is_not_taken_for_a_manifest() =>
        Read(("chart/templates/app.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Values.name }}\n")).IsEmpty.ShouldBeTrue();

    [Fact]
    public void Every_way_to_start_a_process_is_found() =>
        Processes(
            ("Procfile", "web: gunicorn app:app\n# a comment: no\nworker: A=1 celery -A app worker\n"),
            ("deploy/app.service", "[Service]\nEnvironment=\"A=1\" B=2\nExecStart=-/srv/venv/bin/uvicorn \\\n  app:app\n"),
            ("deploy/supervisord.conf", "[supervisord]\nnodaemon=true\n\n[program:beat]\ncommand=celery beat\nenvironment=A=\"1\",B=\"2\"\n"),
            ("Dockerfile", "FROM python:3.12\nENTRYPOINT [\"/start.sh\"]\nCMD [\"flask\", \"run\"]\n"))
        .ShouldBe(
        [
            "Procfile web: gunicorn app:app", "Procfile worker: A=1 celery -A app worker", "Systemd app.service: /srv/venv/bin/uvicorn app:app", "Supervisor beat: celery beat",
            "Dockerfile : /start.sh", "Dockerfile : flask run",
        ]);

    [Fact]
    public void A_unit_and_a_supervised_program_keep_their_environment() =>
        Read(
            ("a.service", "[Service]\nEnvironment=\"A=1 2\" B=2\nExecStart=x\n"),
            ("supervisord.conf", "[program:y]\ncommand=y\nenvironment=C=\"3\",D=\"4\"\n"))
        .Processes.SelectMany(p => p.Environment).Select(e => (e.Name, e.Value)).ShouldBe([("A", "1 2"), ("B", "2"), ("C", "3"), ("D", "4")]);

    [Fact]
    public void Files_of_tests_are_left_aside() => Read(("tests/Dockerfile", "FROM python\nCMD x\n")).IsEmpty.ShouldBeTrue();
}

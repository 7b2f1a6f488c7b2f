package constancia.app.races;

import constancia.app.Application;
import constancia.app.HttpRegister;
import constancia.command.Commands;
import constancia.command.Receipt;
import constancia.command.agreements.AgreementCommand.RecordAgreement;
import constancia.command.institutions.InstitutionCommand.RegisterInstitution;
import constancia.kernel.Provenance;
import constancia.kernel.Refused;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.agreements.AgreementKind;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.institutions.InstitutionKind;
import constancia.postgres.Login;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A node of the register whose commands are given without HTTP, so that many can be given at the same instant. */
final class Node implements AutoCloseable {

    static final Provenance BY = new Provenance("admin", null, false, Provenance.Through.API, null);
    static final LocalDate DAY = LocalDate.of(2015, 1, 10);

    private final ConfigurableApplicationContext context;
    private final Commands commands;

    private Node(ConfigurableApplicationContext context) {
        this.context = context;
        this.commands = context.getBean(Commands.class);
    }

    static Node on(String url, Login owner, Login app) {
        return new Node(new SpringApplicationBuilder(Application.class).run("--server.port=0", "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + app.user(), "--spring.datasource.password=" + app.password(), "--spring.flyway.user=" + owner.user(),
                "--spring.flyway.password=" + owner.password(), "--constancia.second-factor-key=" + HttpRegister.KEY, "--constancia.admin-password=una contraseña de prueba"));
    }

    Commands commands() {
        return commands;
    }

    /** {@code many} at the barrier, ready to do the round: {@code acronym <word>} or {@code folio <body>}. */
    Round ready(int many, String round) {
        var words = round.split(" ");
        return words[0].equals("acronym") ? new Round(many, () -> acronym(words[1])) : new Round(many, () -> folio(new BodyId(UUID.fromString(words[1]))));
    }

    private String acronym(String acronym) {
        var id = new InstitutionId(UUID.randomUUID());
        return told(() -> commands.send(new RegisterInstitution(id, "Institución " + acronym, acronym, InstitutionKind.STATE, null, null, null, DAY), BY, null), Receipt::id);
    }

    private String folio(BodyId body) {
        var id = new AgreementId(UUID.randomUUID());
        return told(() -> commands.send(new RecordAgreement(id, AgreementKind.DECISION, "Acuerdo", "Se acuerda.", null, null, null, body, null, null, null, null, null, null, null, DAY), BY, null),
                Receipt::folio);
    }

    /** What became of it: what it gave, the code of its refusal, or the failure. */
    private static String told(Supplier<Receipt> command, java.util.function.Function<Receipt, Object> gave) {
        try {
            return "+" + gave.apply(command.get());
        } catch (Refused e) {
            return "-" + e.code();
        } catch (RuntimeException e) {
            return "!" + e.getClass().getSimpleName() + ":" + String.valueOf(e.getMessage()).replaceAll("\\s+", "_");
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** Threads that stand at a barrier. */
    static final class Round {

        private final CountDownLatch barrier = new CountDownLatch(1);
        private final List<Future<String>> outcomes = new ArrayList<>();

        private Round(int many, Supplier<String> work) {
            var standing = new CountDownLatch(many);
            var threads = Executors.newVirtualThreadPerTaskExecutor();
            for (int i = 0; i < many; i++) {
                outcomes.add(threads.submit(() -> {
                    standing.countDown();
                    barrier.await();
                    return work.get();
                }));
            }
            threads.shutdown();
            try {
                standing.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        void go() {
            barrier.countDown();
        }

        List<String> outcomes() {
            var all = new ArrayList<String>();
            for (var outcome : outcomes) {
                try {
                    all.add(outcome.get());
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
            return all;
        }
    }
}
